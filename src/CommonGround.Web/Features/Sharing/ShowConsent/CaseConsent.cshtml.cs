using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Persistence;

namespace CommonGround.Web.Features.Sharing.ShowConsent;

/// <summary>A yes that the coordinator can print for the citizen.</summary>
[InCase(Purpose.Coordination, PartyRole.Coordinator)]
public sealed class CaseConsentModel(CommonGroundDb db, Disclosures disclosures) : ConsentPage(db, disclosures);
