using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Looks;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.WhoHasLooked;

/// <summary>All looks that the page's filter finds, none folded, as a table for a spreadsheet.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class LookedFileModel(LookReader looks, OrganisationTime time, Texts texts) : LookedModel(looks, time)
{
    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var viewers = await Reader.Viewers(Everyones, CaseId, cancel);
        var found = LookReader.Looks(await Found.ToListAsync(cancel), viewers);
        return File(LookTable.Of(found, texts), "text/csv; charset=utf-8", texts["looked.file"] + ".csv");
    }
}
