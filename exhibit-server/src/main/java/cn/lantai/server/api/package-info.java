/** The address space {@code /api}: for programs that may do what an administrator may do. */
package cn.lantai.server.api;
