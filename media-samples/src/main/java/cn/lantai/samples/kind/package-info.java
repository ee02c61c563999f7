/**
 * One class for each kind of document: how its page is laid out, and nothing about paper or ink as
 * such, which is the kit's.
 */
package cn.lantai.samples.kind;
