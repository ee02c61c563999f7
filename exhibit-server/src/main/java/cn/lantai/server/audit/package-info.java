/**
 * The audit log (审计日志): what people and programs do beside the holdings, whose changes are in the
 * journal. {@link cn.lantai.server.audit.AuditLog#note} is the one way in, called where the act is
 * done; {@link cn.lantai.server.audit.AuditAction} is the list of what is noted. Nothing here
 * changes or removes what was noted.
 */
package cn.lantai.server.audit;
