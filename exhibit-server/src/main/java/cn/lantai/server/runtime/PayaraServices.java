package cn.lantai.server.runtime;

import org.glassfish.hk2.api.ServiceLocator;

/**
 * What Payara is made of. It publishes neither the classes nor the sources for compilation, so they
 * are asked by name.
 */
public final class PayaraServices {

  private PayaraServices() {}

  /**
   * Gives each service of the server by its class.
   *
   * @throws ReflectiveOperationException if this is another server
   */
  public static ServiceLocator locator() throws ReflectiveOperationException {
    return (ServiceLocator)
        Class.forName("org.glassfish.internal.api.Globals")
            .getMethod("getDefaultHabitat")
            .invoke(null);
  }
}
