/**
 * Holdings leave Lantai here: what is exported ({@code Export}), in which form ({@code
 * ExportFormat}), and where to ({@code Exporter}). The same holdings give the same bytes.
 */
package cn.lantai.exchange;
