/**
 * Dates with two faces: as the document writes them, and in EDTF with bounds to filter by; the
 * calendars of the time, reading and printing their dates.
 */
package cn.lantai.date;
