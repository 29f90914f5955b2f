using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Persistence;

namespace CommonGround.Web.Features.Sharing.ShowConsent;

/// <summary>The citizen's copy of a yes.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class MyConsentModel(CommonGroundDb db, Disclosures disclosures) : ConsentPage(db, disclosures);
