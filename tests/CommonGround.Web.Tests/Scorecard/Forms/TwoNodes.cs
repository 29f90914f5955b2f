using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommonGround.Web.Tests.Scorecard.Forms;

/// <summary>The product twice, on one PostgreSQL and one clock.</summary>
public class TwoNodes : PostgresDemo
{
    private ProductFactory? _other;

    protected ProductFactory Other => _other ?? throw new InvalidOperationException("The other one has not started.");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _other = new ProductFactory(Database, Settings, Clock, Besides);
        _ = _other.Server;
    }

    /// <summary>A browser in which this demo person has signed in, at the first of them or at the second.</summary>
    internal async Task<Visitor> SignInAt(int node, string person)
    {
        var visitor = new Visitor(node == 0 ? Factory : Other);
        await DemoSignIn.As(visitor, person);
        return visitor;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_other is not null) await _other.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void Besides(IServiceCollection services)
    {
        services.Configure<MvcOptions>(options => options.Filters.Add(new PostHandlers.Told()));
        // Nobody reads here what either says of every statement, and it takes longer to say than to do.
        services.Configure<LoggerFilterOptions>(options =>
        {
            options.Rules.Clear();
            options.MinLevel = LogLevel.Warning;
        });
    }
}
