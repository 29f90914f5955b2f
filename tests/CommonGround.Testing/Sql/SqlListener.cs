using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CommonGround.Testing.Sql;

/// <summary>Hears every statement that EF Core sends in this process and hands it to the request that it is sent for.</summary>
internal sealed class SqlListener : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly SqlListener Instance = new();
    private static readonly AsyncLocal<ConcurrentQueue<SqlStatement>?> Current = new();

    private SqlListener() => DiagnosticListener.AllListeners.Subscribe(this);

    /// <summary>From here on, what this request and what it awaits sends goes into <paramref name="statements"/>.</summary>
    public static void Collect(ConcurrentQueue<SqlStatement> statements)
    {
        _ = Instance;
        Current.Value = statements;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData data)
            Current.Value?.Enqueue(new SqlStatement(data.Command.CommandText));
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
