/**
 * What an archive holds: fonds, series, files and records, each with its reference code (档号) and
 * its place in the tree.
 */
package cn.lantai.archive;
