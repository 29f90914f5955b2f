using System.Reflection;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Tests.SickNotes;

/// <summary>A certificate's codes are for machines: people read words.</summary>
public sealed class CodeWordsTests
{
    [Fact]
    public void EveryCode_ThatACertificateMayHold_HasWords()
    {
        var written = TextStore.Embedded().SelectMany(f => f.Entries).Select(e => e.Key).ToHashSet();
        var systems = typeof(CertificateReader).Assembly.GetType("CommonGround.Domain.SickLeave.Reading.CodeSystems", throwOnError: true)!;
        var fields = systems.GetFields(BindingFlags.Public | BindingFlags.Static);
        var codes = fields.Where(f => f.FieldType == typeof(string[])).SelectMany(f => (string[])f.GetValue(null)!)
            .Concat(fields.Where(f => f.GetValue(null) is IReadOnlyDictionary<string, int>).SelectMany(f => ((IReadOnlyDictionary<string, int>)f.GetValue(null)!).Keys))
            .Distinct().ToList();

        Assert.True(codes.Count > 25);
        Assert.All(codes, code => Assert.True(written.Contains("certificate.code." + code), code));
    }
}
