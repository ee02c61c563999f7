package cn.lantai.server.runtime;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Ties the platform's life to the application's. */
@WebListener
public class PlatformListener implements ServletContextListener {

  @Inject Platform platform;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    platform.start();
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    platform.stop();
  }
}
