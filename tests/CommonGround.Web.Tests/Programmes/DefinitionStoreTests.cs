using System.Text;
using CommonGround.Domain;
using CommonGround.Testing.Databases;
using CommonGround.Testing.Product;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Programmes;

/// <summary>A case keeps the definition that it began with, also after the file was changed or is gone.</summary>
public abstract class DefinitionStoreTests(RunningProduct product)
{
    private DefinitionStore Store => product.Services.GetRequiredService<DefinitionStore>();

    private ProgrammeLibrary Library => product.Services.GetRequiredService<ProgrammeLibrary>();

    private static PublishedContent Published(string yaml) =>
        new(ContentSort.Programme, "small", "1", ContentHash.Of(Encoding.UTF8.GetBytes(yaml)), Encoding.UTF8.GetBytes(yaml));

    [Fact]
    public void Start_PublishesAllShippedContentByteForByte() =>
        Assert.All(Library.Published, c => Assert.Equal(c.Bytes.ToArray(), Store.Find(c.Hash, c.Sort)));

    [Fact]
    public async Task ProgrammeByHash_FileIsGone_IsFoundInTheDatabase()
    {
        var old = Published(MadeUpProgramme.Good);
        await Store.Publish([old], TestContext.Current.CancellationToken);

        var programme = Library.ProgrammeByHash(old.Hash)!;

        Assert.Equal((old.Hash, "small"), (programme.Hash, programme.Key));
        Assert.Same(programme, Library.ProgrammeByHash(old.Hash));
        Assert.Null(Library.Programme("small"));
    }

    [Fact]
    public async Task ProgrammeByHash_ItsFormIsGoneToo_IsStillRead()
    {
        var old = Published(MadeUpProgramme.With("form: talk-form", "form: long-gone"));
        await Store.Publish([old], TestContext.Current.CancellationToken);

        Assert.Equal("long-gone", Library.ProgrammeByHash(old.Hash)!.Steps.Single().Form);
    }

    [Fact]
    public void ProgrammeByHash_NobodyPublishedIt_IsNone() => Assert.Null(Library.ProgrammeByHash(new string('0', 64)));

    [Fact]
    public async Task Publish_Twice_HasOneEffect()
    {
        var content = Published(MadeUpProgramme.With("version: \"1\"", "version: \"2\""));
        await Task.WhenAll(Store.Publish([content], TestContext.Current.CancellationToken), Store.Publish([content], TestContext.Current.CancellationToken));
        await Store.Publish([content], TestContext.Current.CancellationToken);

        await using var scope = product.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        Assert.Equal(1, await db.Set<Definition>().CountAsync(d => d.Hash == content.Hash, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Definition_Changed_IsRefusedByTheDatabase()
    {
        await using var scope = product.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(
            "update definition set version = 'x'", TestContext.Current.CancellationToken));

        Assert.Contains("final", refused.Message, StringComparison.Ordinal);
    }

    public sealed class OnSqlite(SqliteProduct product) : DefinitionStoreTests(product), IClassFixture<SqliteProduct>;

    public sealed class OnPostgres(PostgresProduct product) : DefinitionStoreTests(product), IClassFixture<PostgresProduct>;
}
