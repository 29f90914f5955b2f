using CommonGround.Domain;
using CommonGround.Domain.Documents;

namespace CommonGround.Web.Features.Shared.Copies;

/// <summary>A copy before it leaves: what its reader will read, and the button; or why there is none.</summary>
/// <param name="Name">The reader's.</param>
/// <param name="Back">Where to go without handing over.</param>
/// <param name="Field">What the form carries to say what was previewed: nothing else leaves.</param>
public sealed record HandOverView(string Name, Outcome<Document> Document, string Back, string BackText, string Field, string Previewed);
