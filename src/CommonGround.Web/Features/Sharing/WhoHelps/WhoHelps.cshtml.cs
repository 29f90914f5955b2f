using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Sharing.WhoHelps;

/// <summary>The people who help, what each does, and how to reach them (needs N8, N16).</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class WhoHelpsModel(CommonGroundDb db, SharingMatrices matrices) : PageModel
{
    public ConsentSetting Setting { get; private set; } = default!;

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public async Task OnGet() => Setting = await ConsentSetting.Load(db, HttpContext.CaseView(), HttpContext.Access().Now, matrices);
}
