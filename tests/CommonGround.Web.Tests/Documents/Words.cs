using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Documents;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommonGround.Web.Tests.Documents;

/// <summary>The product's own texts.</summary>
internal static class Words
{
    public static readonly Texts Texts = new(
        new TextStore(TextStore.Embedded(), strict: true, NullLogger<TextStore>.Instance),
        new OrganisationTime(Options.Create(new HouseUiOptions())));

    public static DocumentWords In(string language) => DocumentWords.For(language, Texts);
}
