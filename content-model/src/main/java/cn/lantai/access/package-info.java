/** Who may see what. */
package cn.lantai.access;
