using CommonGround.Domain;
using CommonGround.Domain.Documents;

namespace CommonGround.Web.Features.Shared.Copies;

/// <summary>A copy before it leaves: what its reader will read, and the button; or why there is none.</summary>
/// <param name="Name">The reader's.</param>
/// <param name="Back">Where to go without handing over.</param>
/// <param name="Field">What the form carries to say what was previewed: nothing else leaves.</param>
/// <param name="HeldSince">Since when they hold a copy of the same version.</param>
/// <param name="HoldsTheSame">It says the very same: there is nothing to hand over.</param>
/// <param name="WaitsForYes">It leaves by itself with the citizen's yes to what it says: there is no button.</param>
public sealed record HandOverView(
    string Name, Outcome<Document> Document, string Back, string BackText, string Field, string Previewed,
    DateTime? HeldSince = null, bool HoldsTheSame = false, bool WaitsForYes = false);
