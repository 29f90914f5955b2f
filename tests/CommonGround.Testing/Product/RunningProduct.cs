using CommonGround.Testing.Databases;
using CommonGround.Testing.Pages;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CommonGround.Testing.Product;

/// <summary>
/// The product for one test class: a class fixture. Write the tests in an abstract class that takes a
/// <see cref="RunningProduct"/>, with one nested class for each database:
/// <code>
/// public abstract class OpenCaseTests(RunningProduct product)
/// {
///     public sealed class OnSqlite(SqliteProduct product) : OpenCaseTests(product), IClassFixture&lt;SqliteProduct&gt;;
///     public sealed class OnPostgres(PostgresProduct product) : OpenCaseTests(product), IClassFixture&lt;PostgresProduct&gt;;
/// }
/// </code>
/// For a product with other settings, derive from the two fixtures and override <see cref="Settings"/>.
/// </summary>
public abstract class RunningProduct(DatabaseKind kind) : IAsyncLifetime
{
    private TestDatabase? _database;
    private ProductFactory? _factory;

    public DatabaseKind Kind => kind;

    public TestDatabase Database => _database ?? throw new InvalidOperationException("The product has not started.");

    public TestClock Clock => Factory.Clock;

    public CapturedLog Log => Factory.Log;

    /// <summary>The product's own services, to set a scene or to look behind a page.</summary>
    public IServiceProvider Services => Factory.Services;

    /// <inheritdoc cref="BehindThePages.With"/>
    public Task<T> With<T>(Func<CommonGroundDb, Task<T>> read) => Services.With(read);

    protected ProductFactory Factory => _factory ?? throw new InvalidOperationException("The product has not started.");

    /// <summary>Settings beside the database, as <c>COMMONGROUND_…</c> keys. The demo people are off unless set here.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>();

    public virtual async ValueTask InitializeAsync()
    {
        if (kind == DatabaseKind.Postgres) Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        _database = await MakeDatabase();
        _factory = new ProductFactory(_database, Settings, besides: Besides);
        _ = _factory.Server;
    }

    /// <summary>An empty one, unless the product is to begin with what is there already.</summary>
    protected virtual Task<TestDatabase> MakeDatabase() => TestDatabase.CreateAsync(kind);

    /// <summary>What the tests put into the product to look on.</summary>
    protected virtual void Besides(IServiceCollection services)
    {
    }

    /// <summary>A browser of someone who has not signed in, with cookies of its own.</summary>
    public virtual Visitor Visit() => new(Factory);

    /// <summary>What keeps no cookies and follows nothing: it sends what it is told to, a stolen cookie for instance.</summary>
    public HttpClient Bare() => Factory.CreateClient(new WebApplicationFactoryClientOptions
    {
        BaseAddress = new Uri("https://localhost"), HandleCookies = false, AllowAutoRedirect = false,
    });

    /// <summary>A browser in which this demo person has signed in.</summary>
    public async Task<Visitor> SignInAs(string person)
    {
        var visitor = Visit();
        await DemoSignIn.As(visitor, person);
        return visitor;
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_factory is not null) await _factory.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
