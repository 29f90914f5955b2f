using CommonGround.Domain.Cases;
using CommonGround.Domain.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommonGround.Web.Persistence.Mappings;

internal sealed class InterviewMappings :
    IEntityTypeConfiguration<FormResponse>, IEntityTypeConfiguration<StoredAnswer>, IEntityTypeConfiguration<ReleasedPoint>
{
    public void Configure(EntityTypeBuilder<FormResponse> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Answers).WithOne().HasForeignKey(a => a.ResponseId);
        builder.HasIndex(r => new { r.CaseId, r.StepKey, r.AuthorPersonId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<StoredAnswer> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => new { a.CaseId, a.LinkId });
    }

    public void Configure(EntityTypeBuilder<ReleasedPoint> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
