using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;

namespace CommonGround.Web.Features.Sharing.ShowConsent;

/// <summary>The citizen's copy of a yes, as PDF or as text.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class MyConsentFileModel(CommonGroundDb db, Disclosures disclosures, Texts t) : ConsentFilePage(db, disclosures, t);
