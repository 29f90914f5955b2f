using CommonGround.Web.Infrastructure.Audit;

namespace CommonGround.Web.Tests.Audit;

/// <summary>An anchor and the file that anchors are kept in.</summary>
public sealed class AnchorTests : IDisposable
{
    private static readonly DateTime At = new(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("anchors");

    private string Path => System.IO.Path.Combine(_folder.FullName, "heads.jsonl");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Line_NamesNoChainButByItsHash_AndReadsBack()
    {
        var chain = Guid.CreateVersion7();
        var anchor = Anchor.Of([AnchoredHead.Of(new ChainHead(AuditLog.Journal, chain, 3, new byte[32]))], At);

        var line = anchor.Line();

        Assert.DoesNotContain($"{chain}", line, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\n', line);
        Assert.Equal(line, Anchor.Read(line)!.Line());
        Assert.Equal(AnchoredHead.NameOf(chain), Assert.Single(Anchor.Read(line)!.Heads).Chain);
    }

    [Fact]
    public void Digest_IsOverAllHeadsInOrder_WhateverOrderTheyCameIn()
    {
        var (a, b) = (Head("a", 1), Head("b", 2));

        Assert.Equal(Anchor.Of([a, b], At).Digest, Anchor.Of([b, a], At).Digest);
        Assert.NotEqual(Anchor.Of([a, b], At).Digest, Anchor.Of([a, Head("b", 3)], At).Digest);
        // What anyone can reckon with sha256sum over the lines.
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes($"{a}\n{b}\n"))), Anchor.Of([a, b], At).Digest);
    }

    [Fact]
    public void Append_NamesOnlyWhatIsOtherThanBefore_AndReadsAsOne()
    {
        Assert.Equal(2, Append(Head("a", 1), Head("b", 1)).Anchor.Heads.Count);
        Assert.Equal(["c", "b"], Append(Head("a", 1), Head("c", 1), Head("b", 2)).Anchor.Heads.Select(h => h.Chain));
        Assert.Empty(Append(Head("a", 1), Head("c", 1), Head("b", 2)).Anchor.Heads);

        var file = AnchorFile.Read(Path).Value;
        Assert.Equal([null, file.Anchors[0].Digest, file.Anchors[1].Digest], file.Anchors.Select(a => a.Since));
        Assert.Equal(3, file.State!.Chains);
    }

    [Fact]
    public void Append_ChainsThatAreBehindOrGone_AreCounted()
    {
        Assert.Equal(0, Append(Head("a", 5), Head("b", 5), Head("c", 5)).SetBack);

        var kept = Append(Head("a", 5), Head("b", 4));

        Assert.Equal(2, kept.SetBack);
        Assert.Null(kept.Anchor.Since);
        Assert.Equal(2, AnchorFile.Read(Path).Value.State!.Chains);
    }

    [Fact]
    public void Append_AfterALineThatWasCutOffWhileWritten_StandsInItsPlace()
    {
        Append(Head("a", 1));
        File.AppendAllText(Path, "{\"v\":1,\"at\":\"20");

        Append(Head("a", 2));

        Assert.Equal([1L, 2L], AnchorFile.Read(Path).Value.Anchors.Select(a => a.Heads.Single().Position));
    }

    [Fact]
    public void Append_WhereNoFileCanBe_IsRefused() =>
        Assert.IsType<AnchorNotKept>(AnchorFile.Append(System.IO.Path.Combine(Path, "no", "folder"), [Head("a", 1)], At).Error);

    [Fact]
    public void Read_ALineThatIsAltered_NamesIt()
    {
        Append(Head("a", 1));
        Append(Head("a", 2));
        var lines = File.ReadAllLines(Path);

        File.WriteAllText(Path, $"{lines[0]}\n{lines[1].Replace("\"position\":2", "\"position\":1", StringComparison.Ordinal)}\n");
        Assert.Equal(new AnchorLineBroken(Path, 2), AnchorFile.Read(Path).Error);
        File.WriteAllText(Path, $"{lines[0]}\nnonsense\n");
        Assert.Equal(new AnchorLineBroken(Path, 2), AnchorFile.Read(Path).Error);
        File.WriteAllText(Path, $"{lines[1]}\n");
        Assert.Equal(new AnchorBeforeMissing(Path, 1), AnchorFile.Read(Path).Error);
    }

    [Fact]
    public void Read_AnchorsOfTwoProcesses_EachFollowingOnItsOwn_TakesAll()
    {
        var (one, two) = (Anchor.Of([Head("a", 1)], At), Anchor.Of([Head("a", 2)], At));
        var afterOne = Anchor.Of([Head("a", 3)], At, AnchorState.Of(one.Heads));
        File.WriteAllText(Path, $"{one.Line()}\n{two.Line()}\n{afterOne.Line()}\n");

        Assert.Equal(3, AnchorFile.Read(Path).Value.Anchors.Count);
    }

    [Theory]
    [InlineData("/var/lib/heads.jsonl", "/var/lib/heads.jsonl")]
    [InlineData("https://reader:secret@log.example/heads?token=secret", "https://log.example/heads")]
    public void Target_Name_TellsNoSecret(string given, string name) => Assert.Equal(name, AnchorTarget.Of(given).Value.Name);

    [Fact]
    public void Target_OfAnotherKind_IsRefused() => Assert.Equal(new AnchorTargetUnknown("ftp://…"), AnchorTarget.Of("ftp://log.example").Error);

    private static AnchoredHead Head(string chain, long position) => new(AuditLog.Journal, chain, position, new string((char)('0' + position), 64));

    private AnchorKept Append(params AnchoredHead[] heads) => AnchorFile.Append(Path, heads, At).Value;
}
