/**
 * The address space {@code /api}: for programs and scripts that do what their account may do, such
 * as to edit one entity at a time.
 */
package cn.lantai.server.api;
