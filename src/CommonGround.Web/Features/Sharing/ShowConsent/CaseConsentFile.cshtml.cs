using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;

namespace CommonGround.Web.Features.Sharing.ShowConsent;

/// <summary>A yes that the coordinator keeps for the citizen, as PDF or as text.</summary>
[InCase(Purpose.Coordination, PartyRole.Coordinator)]
public sealed class CaseConsentFileModel(CommonGroundDb db, Disclosures disclosures, Texts t) : ConsentFilePage(db, disclosures, t);
