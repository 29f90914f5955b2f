using System.Net;
using CommonGround.Testing.Product;

namespace CommonGround.Web.Tests;

public abstract class StartTests(RunningProduct product)
{
    [Fact]
    public async Task Open_AnAddressThatIsNot_AnswersNotFound() => (await product.Visit().Open("/no-such-page")).Expect(HttpStatusCode.NotFound);

    [Fact]
    public async Task Open_Health_TellsThatTheDatabaseAnswers() =>
        Assert.Equal("ready", (await product.Visit().Open("/health/ready")).ExpectOk().Html);

    public sealed class OnSqlite(SqliteProduct product) : StartTests(product), IClassFixture<SqliteProduct>;

    public sealed class OnPostgres(PostgresProduct product) : StartTests(product), IClassFixture<PostgresProduct>;
}
