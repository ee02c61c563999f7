package cn.lantai.server.grizzly;

import cn.lantai.server.runtime.PayaraServices;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.grizzly.Transport;
import org.glassfish.hk2.api.ServiceLocator;

/**
 * The listeners of this server. Payara's own classes are asked by name; Grizzly's are those of its
 * releases.
 */
final class HttpListeners {

  private HttpListeners() {}

  /**
   * What takes in connections, for each listener.
   *
   * @throws ReflectiveOperationException if this is another server
   */
  static List<Transport> transports() throws ReflectiveOperationException {
    Class<?> listener = Class.forName("org.glassfish.grizzly.config.dom.NetworkListener");
    Class<?> service = Class.forName("com.sun.enterprise.v3.services.impl.GrizzlyService");
    ServiceLocator locator = PayaraServices.locator();
    Object grizzly = locator.getService(service);
    List<Transport> transports = new ArrayList<>();
    for (Object configured : locator.getAllServices(listener)) {
      Object proxy = service.getMethod("lookupNetworkProxy", listener).invoke(grizzly, configured);
      if (proxy != null) {
        Object running = proxy.getClass().getMethod("getUnderlyingListener").invoke(proxy);
        transports.add((Transport) running.getClass().getMethod("getTransport").invoke(running));
      }
    }
    return transports;
  }
}
