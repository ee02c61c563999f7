/** Places: names that change over time, and points in WGS-84; never boundaries. */
package cn.lantai.place;
