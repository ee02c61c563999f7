/**
 * What {@code java -jar lantai.jar COMMAND} does, on a data folder that no server holds or inside
 * the server that holds it. A command is a bean of type {@link cn.lantai.server.command.Command}
 * and a line in the launcher's list.
 */
package cn.lantai.server.command;
