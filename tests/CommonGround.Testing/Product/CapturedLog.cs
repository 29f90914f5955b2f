using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CommonGround.Testing.Product;

/// <summary>What the product logged, as text: as much as its console gets, and all that it can say once a test asks for that.</summary>
public sealed class CapturedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();
    private LogLevel _from = LogLevel.Information;

    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>From here on every line, each statement's too: what a planted secret must not turn up in. Most tests take longer to log than to run.</summary>
    public void KeepEverything() => _from = LogLevel.Trace;

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, this);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, CapturedLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= log._from;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log._lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
    }
}
