package cn.lantai.server.runtime;

import org.eclipse.microprofile.config.ConfigProvider;

/** What this build of the program is. */
public final class Build {

  private Build() {}

  public static String version() {
    return ConfigProvider.getConfig().getValue("lantai.version", String.class);
  }
}
