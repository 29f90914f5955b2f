using CommonGround.Testing.Product;
using CommonGround.Web.Commands;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.Audit;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using CommonGround.Web.Tests.Audit;
using CommonGround.Web.Tests.Scorecard.Tamper;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Commands;

public abstract class AuditCommandTests(RunningProduct product) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("anchors");

    private string Path => System.IO.Path.Combine(_folder.FullName, "heads.jsonl");

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Head_Alone_PrintsOneLineThatCanBeVerifiedAgainst()
    {
        await Look();
        var (code, output, errors) = await Head(null, "en");
        Assert.Equal((0, ""), (code, errors));
        await File.WriteAllTextAsync(Path, output);

        var verified = await Verify(Path, "en");

        Assert.Equal((0, ""), (verified.Code, verified.Errors));
        Assert.StartsWith("1 anchor, of ", verified.Output, StringComparison.Ordinal);
        var lines = verified.Output.Trim().Split('\n');
        Assert.StartsWith("Whole: ", lines[^2], StringComparison.Ordinal);
        Assert.Matches(@"^\d+ entries in [\d.]+ seconds: \d+ entries a second\.", lines[^1]);
        Assert.DoesNotContain($"{DemoFile.IdOf("case-sara")}", output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Verify_RolledBackWithItsHead_IsSeenAgainstTheFile_AndByTheNextAnchor()
    {
        await Look();
        Assert.Equal(0, (await Head(Path, "sv")).Code);
        await Look();
        var anchored = await Head(Path, "sv");
        Assert.Equal(0, anchored.Code);
        Assert.Contains($"är ankrade i {Path}", anchored.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Verify(Path, "sv")).Code);

        var (chain, length) = await RollBack();

        Assert.Equal(0, (await Verify(null, "sv")).Code);
        var (code, output, _) = await Verify(Path, "sv");
        Assert.Equal(2, code);
        Assert.Contains($"journalen {chain}, post {length}: kedjan slutar före den, men gick längre när den ankrades ", output, StringComparison.Ordinal);
        var next = await Head(Path, "da");
        Assert.Equal(2, next.Code);
        Assert.Contains("1 kæde er bagud for det forrige anker", next.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AgainstAFileThatIsNone_SaysSo()
    {
        var (code, output, errors) = await Verify(Path, "da");
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith($"Ankrene i {Path} kan ikke læses: ", errors, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path, "nonsense\n");
        Assert.Equal($"{Path}, line 1: this is no anchor, or it was altered.", (await Verify(Path, "en")).Errors.Trim());
        await File.WriteAllTextAsync(Path, "");
        Assert.Equal(1, (await Verify(Path, "en")).Code);
    }

    [Fact]
    public async Task Head_ToAnAddress_IsPosted_OrRefusedWithTheAnswer()
    {
        await using var outside = await ReceivingAddress.Start();
        var (code, output, _) = await Head(outside.Address.Replace("://", "://notary:word@", StringComparison.Ordinal), "en");
        Assert.Equal(0, code);
        Assert.Contains($"are anchored in {outside.Address}. Digest: ", output, StringComparison.Ordinal);
        var (body, signIn) = Assert.Single(outside.Received);
        Assert.StartsWith("Basic ", signIn, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path, body);
        Assert.Equal(0, (await Verify(Path, "en")).Code);

        foreach (var refusal in new[] { 403, 302 })
        {
            outside.Status = refusal;
            var refused = await Head(outside.Address, "sv");
            Assert.Equal((1, ""), (refused.Code, refused.Output));
            Assert.StartsWith($"Huvudena kunde inte ankras i {outside.Address}: {refusal}", refused.Errors, StringComparison.Ordinal);
        }

        Assert.Equal(1, (await Head("http://127.0.0.1:1/", "en")).Code);
        Assert.Equal("ftp://… is neither a file nor an address that begins with https:// or http://.", (await Head("ftp://x", "en")).Errors.Trim());
    }

    private async Task Look()
    {
        var sara = await product.SignInAs("sara");
        (await sara.Open($"/my/{DemoFile.IdOf("case-sara")}")).ExpectOk();
        (await sara.Open($"/my/{DemoFile.IdOf("case-sara")}/looked")).ExpectOk();
    }

    // The journal of a case that no other test touches: the process goes on with its own access chain.
    private async Task<(Guid Chain, long Length)> RollBack()
    {
        await using var scope = product.Services.CreateAsyncScope();
        var log = await LogByHand.Of(scope.ServiceProvider.GetRequiredService<CommonGroundDb>(), AuditLog.Journal);
        var (chain, length) = log.Chains.First(c => c.Length > 1);
        await log.EndAt(chain, length - 1);
        return (chain, length);
    }

    private async Task<(int Code, string Output, string Errors)> Verify(string? against, string language)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await AuditCommand.Verify(product.Services.GetRequiredService<PlainDatabase>(), against, Texts(language), output, errors, CancellationToken.None);
        return (code, output.ToString(), errors.ToString());
    }

    private async Task<(int Code, string Output, string Errors)> Head(string? to, string language)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var anchoring = new Anchoring(product.Services.GetRequiredService<PlainDatabase>(), product.Clock);
        var code = await AuditCommand.Head(anchoring, to, Texts(language), output, errors, CancellationToken.None);
        return (code, output.ToString(), errors.ToString());
    }

    private Texts Texts(string language) => product.Services.GetRequiredService<Texts>().In(language);

    public sealed class OnSqlite(SqliteDemo product) : AuditCommandTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : AuditCommandTests(product), IClassFixture<PostgresDemo>;
}
