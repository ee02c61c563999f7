/**
 * What is to be done to make an exhibition, or whatever else is curated: who does what until when.
 * Tasks are working data beside the holdings. {@link cn.lantai.server.tasks.Tasks} is the one way
 * to them, {@link cn.lantai.server.tasks.TaskDesk} knows who may do what; nothing here is ever
 * public.
 */
package cn.lantai.server.tasks;
