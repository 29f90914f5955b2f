using CommonGround.Testing.Databases;
using CommonGround.Testing.Sql;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CommonGround.Testing.Product;

/// <summary>The whole product in this process, on a database of its own, with a clock that tests turn.</summary>
/// <param name="clock">That of another one on the same database.</param>
/// <param name="besides">What a test puts into the product to look on.</param>
public sealed class ProductFactory(
    TestDatabase database, IReadOnlyDictionary<string, string?> settings, TestClock? clock = null, Action<IServiceCollection>? besides = null)
    : WebApplicationFactory<Program>
{
    /// <summary>The settings of a product with the demo people, and no others.</summary>
    public static IReadOnlyDictionary<string, string?> WithDemo { get; } = new Dictionary<string, string?> { ["COMMONGROUND_DEMO"] = "true" };

    /// <summary>The demo world as it is on the day that the tests' clock starts on.</summary>
    public static DemoOnce Demo { get; } = new(async database =>
    {
        await using var first = new ProductFactory(database, WithDemo);
        _ = first.Server;
    });

    public TestClock Clock { get; } = clock ?? new TestClock();

    public CapturedLog Log { get; } = new();

    public SqlCounter Sql { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("COMMONGROUND_DATA", database.DataFolder);
        builder.UseSetting("COMMONGROUND_DATABASE", database.ConnectionString);
        builder.UseSetting("COMMONGROUND_DEMO", "false");
        // Tests ask faster than people; those of the limit set one.
        builder.UseSetting("COMMONGROUND_REQUESTS_PER_MINUTE", "0");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Debug)
            // Also what the product keeps off its console: someone may turn it on.
            .AddFilter<CapturedLog>(null, LogLevel.Debug).AddFilter<CapturedLog>("Microsoft.AspNetCore", LogLevel.Debug));
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            // What is for the terminal of whoever starts the product would hide what a test says.
            services.Replace(ServiceDescriptor.Singleton(TextWriter.Null));
            services.AddSingleton<IStartupFilter>(Sql);
            besides?.Invoke(services);
        });
    }
}
