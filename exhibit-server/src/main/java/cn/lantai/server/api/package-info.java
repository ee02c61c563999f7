/**
 * The address space {@code /api}: for programs and scripts that may do what an administrator may
 * do, such as to edit one entity at a time.
 */
package cn.lantai.server.api;
