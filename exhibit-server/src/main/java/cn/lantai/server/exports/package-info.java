/**
 * Exports that curators and programs ask for: what is exported in which format, the job that writes
 * it, and the file that it leaves for some days.
 */
package cn.lantai.server.exports;
