/**
 * The rules that look for what speaks against opening a record, each a small class. A rule says
 * where it saw something and why that matters; it decides nothing.
 */
package cn.lantai.opening.rule;
