using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace CommonGround.Testing.Sql;

/// <summary>
/// Keeps the SQL statements of each request apart, also when many requests run at once. Statements that another thread
/// sends on behalf of many requests (a group commit) belong to none.
/// </summary>
public sealed class SqlCounter : IStartupFilter
{
    /// <summary>The header by which a visitor recognises its own request.</summary>
    public const string RequestHeader = "Test-Request";

    private readonly ConcurrentDictionary<string, ConcurrentQueue<SqlStatement>> _requests = new();

    /// <summary>The statements of one request, in order. They can be taken once.</summary>
    public IReadOnlyList<SqlStatement> Take(string request) =>
        _requests.TryRemove(request, out var statements) ? [.. statements] : [];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, pipeline) =>
        {
            if (context.Request.Headers[RequestHeader] is [{ } request])
                SqlListener.Collect(_requests.GetOrAdd(request, _ => new ConcurrentQueue<SqlStatement>()));
            await pipeline(context);
        });
        next(app);
    };
}
