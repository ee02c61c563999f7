/** Dates with two faces: as the document writes them, and in EDTF with bounds to filter by. */
package cn.lantai.date;
