package cn.lantai.server.runtime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows when the container has started the application. As its last step it closes the JAR files
 * that classes are read from, to open them again when one is needed; a thread that is just reading
 * one then fails with "zip file closed", and the class it wanted can never be loaded again. So
 * nothing of ours may run beside that step.
 */
final class ContainerStart {

  private static final Logger LOG = LoggerFactory.getLogger(ContainerStart.class);
  private static final String API = "org.glassfish.api.event.";

  /** Deployment.APPLICATION_STARTED of Payara's internal API. */
  private static final String STARTED = "Application_Running";

  private ContainerStart() {}

  /** Runs it once, in the thread that starts applications; at once if the container can't tell. */
  static void whenOver(Runnable step) {
    try {
      Class<?> listener = Class.forName(API + "EventListener");
      Class<?> events = Class.forName(API + "Events");
      Object bus = PayaraServices.locator().getService(events);
      Method name = Class.forName(API + "EventListener$Event").getMethod("name");
      Method unregister = events.getMethod("unregister", listener);
      InvocationHandler heard =
          (self, method, arguments) ->
              switch (method.getName()) {
                case "hashCode" -> System.identityHashCode(self);
                case "equals" -> self == arguments[0];
                case "toString" -> ContainerStart.class.getName();
                default -> {
                  if (name.invoke(arguments[0]).equals(STARTED)) {
                    unregister.invoke(bus, self);
                    step.run();
                  }
                  yield null;
                }
              };
      Object ear =
          Proxy.newProxyInstance(listener.getClassLoader(), new Class<?>[] {listener}, heard);
      events.getMethod("register", listener).invoke(bus, ear);
    } catch (ReflectiveOperationException | LinkageError | RuntimeException otherServer) {
      LOG.info("Work begins beside the start of the container: {}", otherServer.toString());
      step.run();
    }
  }
}
