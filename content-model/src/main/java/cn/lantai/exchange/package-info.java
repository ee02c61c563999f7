/**
 * Holdings leave Lantai here: what is exported ({@code Export}), in which form ({@code
 * ExportFormat}), and where to ({@code Exporter}); a single set or record as a {@code FindingAid}.
 * The same holdings give the same bytes.
 */
package cn.lantai.exchange;
