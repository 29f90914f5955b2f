using CommonGround.Testing.Product;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace CommonGround.Web.Tests.Persistence;

/// <summary>What the product asks of PostgreSQL for its own connections.</summary>
[OnOneDatabase("The other has no server.")]
public sealed class ServerSettingsTests(PostgresProduct product) : IClassFixture<PostgresProduct>
{
    [Fact]
    public async Task QueriesAreNotCompiledInTheServer() =>
        Assert.Equal("off", await product.With(db => db.Database.SqlQueryRaw<string>("select current_setting('jit') as \"Value\"").SingleAsync()));

    [Theory]
    [InlineData("Host=here", "-c jit=off")]
    [InlineData("Host=here;Options=-c search_path=ours", "-c search_path=ours")]
    public void OptionsOfTheOneWhoRunsIt_Stand(string asked, string expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("COMMONGROUND_DATABASE", asked)]).Build();

        using var connection = DatabaseSetup.Connect(configuration);

        Assert.Contains($"Options=\"{expected}\"".Replace("\"", "", StringComparison.Ordinal), connection.ConnectionString.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
