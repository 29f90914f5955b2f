using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommonGround.Web.Tests.SickNotes;

internal static class Words
{
    public static Texts In(string language) => new(
        new TextStore([.. TextStore.Embedded()], strict: true, NullLogger<TextStore>.Instance),
        new OrganisationTime(Options.Create(new HouseUiOptions())),
        language);
}
