package cn.lantai.server.runtime;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Resources and providers are found by their annotations. */
@ApplicationPath("/")
public class LantaiApplication extends Application {}
