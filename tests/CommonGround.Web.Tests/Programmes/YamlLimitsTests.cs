using System.Diagnostics;
using System.Text;
using CommonGround.Web.Infrastructure.Programmes;

namespace CommonGround.Web.Tests.Programmes;

/// <summary>Files made to do harm, or just spoilt, end in a message: soon, and without an exception.</summary>
public sealed class YamlLimitsTests
{
    private static ContentMistake OneMistake(byte[] bytes)
    {
        var watch = Stopwatch.StartNew();
        var reader = new ProgrammeReader(new HashSet<string>(), new HashSet<string>());
        var wrong = Assert.IsType<ContentNotUnderstood>(reader.Read(bytes, "x.yaml").Error);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
        return Assert.Single(wrong.Mistakes);
    }

    private static ContentMistake OneMistake(string yaml) => OneMistake(Encoding.UTF8.GetBytes(yaml));

    [Fact]
    public void Read_Bomb_IsStoppedAtItsFirstAnchor()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++)
            bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");

        Assert.Equal(("alias", "&a0", 1), (OneMistake(bomb.ToString()).Name, OneMistake(bomb.ToString()).Written, OneMistake(bomb.ToString()).Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment")]
    public void Read_EmptyFile_IsSaid(string yaml) => Assert.Equal("file-empty", OneMistake(yaml).Name);

    [Theory]
    [InlineData("key: *other", "alias")]
    [InlineData("key: !!binary aGVq", "tag")]
    [InlineData("key: !system.type x", "tag")]
    [InlineData("? [a, b]\n: c", "key-is-no-word")]
    [InlineData("a: b\n---\nc: d", "several-documents")]
    [InlineData("- a\n- b", "mapping-expected")]
    [InlineData("a: [b", "no-yaml")]
    [InlineData("a: b: c", "no-yaml")]
    public void Read_WhatIsNotTaken_IsNamed(string yaml, string name) => Assert.Equal(name, OneMistake(yaml).Name);

    [Fact]
    public void Read_TooDeep_IsStopped() => Assert.Equal("too-deep", OneMistake("a: " + new string('[', 100_000)).Name);

    [Fact]
    public void Read_TooManyNodes_IsStopped() =>
        Assert.Equal("too-many-nodes", OneMistake("a: [" + string.Join(",", Enumerable.Repeat("b", 100_000)) + "]").Name);

    [Fact]
    public void Read_TooLarge_IsNotEvenBegun() => Assert.Equal("file-too-large", OneMistake(new byte[YamlTree.MostBytes + 1]).Name);

    [Fact]
    public void Read_NotUtf8_IsSaid() => Assert.Equal("no-utf8", OneMistake(Encoding.Latin1.GetBytes("key: småprat")).Name);

    [Fact]
    public void Read_ByteOrderMark_IsNoMistake() =>
        Assert.True(MadeUpProgramme.Read("\uFEFF" + MadeUpProgramme.Good).Succeeded);

    [Fact]
    public void Read_RandomDamage_EndsInMistakesAndNeverInAnException()
    {
        var good = Encoding.UTF8.GetBytes(MadeUpProgramme.Good);
        var random = new Random(20261121);
        for (var i = 0; i < 1500; i++)
        {
            var bytes = (byte[])good.Clone();
            for (var n = random.Next(1, 4); n > 0; n--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var outcome = new ProgrammeReader(new HashSet<string> { "talk-form" }, new HashSet<string> { "se-rule" }).Read(bytes, "x.yaml");
            Assert.True(outcome.Succeeded || outcome.Error is ContentNotUnderstood { Mistakes.Count: > 0 });
        }
    }
}
