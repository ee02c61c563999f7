/**
 * What stands above what: sets, themes, places, events, organisations and generations. Nothing
 * stands above itself, by however many steps, whether it was saved by an editor or came with an
 * import.
 */
package cn.lantai.hierarchy;
