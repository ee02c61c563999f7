/**
 * How blocks of selections are shown: for each {@link cn.lantai.selection.BlockType} one class that
 * makes its view of what {@link cn.lantai.server.site.blocks.Materials} gives. How the view looks
 * is for the template that it names.
 */
package cn.lantai.server.site.blocks;
