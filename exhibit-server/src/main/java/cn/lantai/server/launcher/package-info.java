/**
 * What {@code java -jar lantai.jar} runs: reads the settings, checks what can be checked before,
 * starts Payara Micro with the application in this process and says on the console, in few words,
 * what came of it. Lives outside the application and shares no class with it; the two speak through
 * the MBean {@code cn.lantai:type=Platform}.
 */
package cn.lantai.server.launcher;
