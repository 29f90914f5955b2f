namespace CommonGround.Web.Infrastructure;

/// <summary>The demo: made-up people, whom anyone may be. It cannot be on in production.</summary>
public sealed class DemoMode
{
    public DemoMode(IConfiguration configuration, IHostEnvironment environment)
    {
        On = configuration["COMMONGROUND_DEMO"] is "1" or "true";
        if (On && environment.IsProduction())
            throw new StartRefusedException("COMMONGROUND_DEMO is on in a production configuration. Turn one of them off: in the demo, anyone may be anyone.");
    }

    public bool On { get; }
}

/// <summary>The product must not start like this; the message says what to change.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
